import type { Loader, LoaderContext } from 'astro/loaders';
import { type Intake, takeIn } from '../intake/intake.ts';
import { formatProblem } from '../model/problem.ts';
import { settings } from '../site/settings.ts';
import { unpublishable } from './unpublishable.ts';

/**
 * The content folder as a collection of editions. Problems are told on the standard error stream, one
 * line each; in a build a refused file ends it before anything is written.
 *
 * @throws AstroError in a build, with every problem that refused a file
 */
export function editionLoader() {
  return {
    name: 'concord-editions',
    load: (context) =>
      followed(context, async () => {
        console.error(`Reading ${settings().advisories} …`);
        const intake = await takeIn(settings().advisories);
        const building = context.watcher === undefined;
        tell(intake, building);
        if (building) stopIfRefused(intake);
        const { store, parseData } = context;
        store.clear();
        for (const edition of intake.editions) {
          const id = `${edition.locale}/${edition.id}`;
          const data = await parseData({ id, data: edition });
          store.set({ id, data, digest: edition.textKey });
        }
      }),
  } satisfies Loader;
}

/** In `astro dev`: the files that were refused, for the pages concerned to show. */
export function refusalLoader() {
  return {
    name: 'concord-refusals',
    load: (context) =>
      followed(context, async () => {
        const { store, parseData, watcher } = context;
        store.clear();
        if (watcher === undefined) return;
        // One entry is always there: of an empty collection Astro warns at every request.
        const none = { file: settings().advisories, problems: [] };
        store.set({ id: none.file, data: await parseData({ id: none.file, data: none }) });
        const { problems, refusedClaims } = await takeIn(settings().advisories);
        for (const claim of refusedClaims) {
          const refused = problems.filter(
            ({ file, outcome }) => file === claim.file && outcome === 'refused',
          );
          const data = { ...claim, line: refused[0]?.line, problems: refused.map(formatProblem) };
          store.set({ id: claim.file, data: await parseData({ id: claim.file, data }) });
        }
      }),
  } satisfies Loader;
}

/** Loads now, and in `astro dev` again whenever something in the content folder changes. */
async function followed({ watcher, logger }: LoaderContext, load: () => Promise<void>): Promise<void> {
  await load();
  if (watcher === undefined) return;
  const folder = settings().advisories;
  watcher.add(folder);
  let waiting: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    if (!path.startsWith(folder)) return;
    // Editors write a file in several steps; one reading after the last is enough.
    clearTimeout(waiting);
    waiting = setTimeout(() => load().catch((error: unknown) => logger.error(String(error))), 50);
  });
}

/** Every problem, a line each; those that end a build are told by its end. */
function tell({ files, editions, problems }: Intake, building: boolean): void {
  const advisories = new Set(editions.map(({ id }) => id)).size;
  const count = (outcome: string) => problems.filter((problem) => problem.outcome === outcome).length;
  for (const problem of problems) {
    if (problem.outcome !== 'refused' || !building) console.error(formatProblem(problem));
  }
  console.error(
    `Files: ${files}, editions: ${editions.length}, advisories: ${advisories}. ` +
      `Problems: refused ${count('refused')}, set aside ${count('set-aside')}, repaired ${count('repaired')}.`,
  );
}

function stopIfRefused({ problems }: Intake): void {
  const refused = problems.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return;
  throw unpublishable(
    `No site was built; the last one stays as it was.\n${refused.map(formatProblem).join('\n')}`,
    'Mend the lines above and build again.',
  );
}
