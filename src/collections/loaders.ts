import { rmSync, writeFileSync } from 'node:fs';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Intake, takeIn } from '../intake/intake.ts';
import { byGravity, formatProblem, problemCounts } from '../model/problem.ts';
import { csafProblem } from '../model/release-history.ts';
import { besideOf, listHead } from '../site/output-folder.ts';
import { shownPath } from '../site/paths.ts';
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
        const building = context.watcher === undefined;
        if (building) console.error(`Reading ${settings().advisories} …`);
        const intake = withCsafProblems(await sharedIntake(!building));
        tell(intake, building);
        if (building) {
          keepList(intake);
          stopIfRefused(intake);
          stopIfEmpty(intake);
        }
        const { store, parseData } = context;
        const editions = new Map(
          intake.editions.map((edition) => [`${edition.locale}/${edition.id}`, edition]),
        );
        for (const id of store.keys()) if (!editions.has(id)) store.delete(id);
        for (const [id, edition] of editions) {
          // The key of the text is one for each content, as the digest of an image: what has them is there already.
          const digest = [edition.textKey, ...edition.images.map((image) => image.digest)].join();
          if (store.get(id)?.digest === digest) continue;
          const data = await parseData({ id, data: edition });
          store.set({ id, data, digest });
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
        const { problems, refusedClaims } = await sharedIntake(true);
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

let running: { changes: number; intake: Promise<Intake> } | undefined;
/** How often something in the content folder has changed. */
let changes = 0;

/** Both collections are made of one reading of the content folder, for each time that it changes. */
function sharedIntake(developing: boolean): Promise<Intake> {
  if (running?.changes !== changes) {
    const intake = takeIn(settings().advisories, { onProgress: tellProgress(), standby: developing });
    running = { changes, intake };
  }
  return running.intake;
}

/** Loads now, and in `astro dev` again whenever something in the content folder changes. */
async function followed({ watcher, logger }: LoaderContext, load: () => Promise<void>): Promise<void> {
  await load();
  if (watcher === undefined) return;
  const folder = settings().advisories;
  let waiting: NodeJS.Timeout | undefined;
  const loadAfter = (pause: number) => {
    changes += 1;
    clearTimeout(waiting);
    waiting = setTimeout(() => load().catch((error: unknown) => logger.error(String(error))), pause);
  };
  watcher.on('all', (_, path) => {
    // Editors write a file in several steps; one reading after the last is enough.
    if (path.startsWith(folder)) loadAfter(50);
  });
  watcher.add(folder);
  // What changes before the watcher has seen every file is told by no event.
  loadAfter(watcherReady);
}

/** What it means for other systems that a history is broken is told with all else. */
const withCsafProblems = (intake: Intake): Intake => ({
  ...intake,
  problems: [...intake.problems, ...intake.editions.flatMap((edition) => csafProblem(edition) ?? [])].sort(
    byGravity,
  ),
});

/** How long it takes a watcher to see every file of a large folder, in milliseconds. */
const watcherReady = 1_500;

/** So many problems are told one by one; the rest only by their number, where there is a list. */
const mostTold = 20;

/** What there is and what is wrong with it, first in figures. */
function tell({ files, editions, problems }: Intake, building: boolean): void {
  const advisories = new Set(editions.map(({ id }) => id)).size;
  console.error(`Files ${files}, editions ${editions.length}, advisories ${advisories}.`);
  for (const line of problemCounts(problems)) console.error(line);
  // At its end a build tells which files were refused.
  const others = problems.filter(({ outcome }) => !building || outcome !== 'refused');
  for (const problem of others.slice(0, mostTold)) console.error(formatProblem(problem));
  if (others.length > mostTold) console.error(`… and ${others.length - mostTold} more.`);
}

/** Every problem of a build is in a file beside the site, a line each. */
function keepList({ problems }: Intake): void {
  const { list } = besideOf(settings().outDir);
  rmSync(list, { force: true });
  if (problems.length === 0) return;
  writeFileSync(list, `${listHead}${problems.map(formatProblem).join('\n')}\n`);
  console.error(`All of them: ${shownPath(list)}`);
}

/** A long reading says every few seconds how far it is. */
function tellProgress(): (read: number, all: number) => void {
  const every = 3_000;
  let told = performance.now();
  return (read, all) => {
    if (performance.now() - told < every) return;
    told = performance.now();
    console.error(`Read ${read} of ${all} …`);
  };
}

function stopIfRefused({ problems }: Intake): void {
  const refused = problems.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return;
  throw unpublishable(
    `No site was built; the last one stays as it was.\n${refused.map(formatProblem).join('\n')}`,
    'Mend the lines above and build again.',
  );
}

/** Nobody means a site without anything in it, but for the first minute of a new one. */
function stopIfEmpty({ editions }: Intake): void {
  const { advisories, allowEmpty } = settings();
  if (editions.length > 0 || allowEmpty) return;
  throw unpublishable(
    `No site was built; the last one stays as it was.\n${shownPath(advisories)}: no file in it is an advisory`,
    'Name the folder of the advisories with ADVISORIES; ALLOW_EMPTY=1 builds a site without any.',
  );
}
