/*
 * How long a build takes, how much memory, how heavy a page is, beside Starlight with its default set-up
 * and the same documents. `npm run bench -- 800 8000` for two sizes, ROUNDS=5 for more rounds.
 *
 * The documents are made of the archive's sample, which is not part of the project: files under 50 kB, each
 * copy with an id of its own and a sentence of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const sample = resolve(process.env.SAMPLE ?? join(root, '../shared/archive-sample'));
const rounds = Number(process.env.ROUNDS ?? 3);
const sizes = process.argv.slice(2).map(Number);
const work = join(tmpdir(), 'concord-bench');
const starlight = join(import.meta.dirname, 'starlight');
const largest = 50_000;
/** Folders of the archive, and the locales of the two sites. */
const paths = { 'de-DE': 'de-de', 'it-IT': 'it', 'nb-NO': 'nb-no', 'pt-BR': 'pt-br', 'zh-CN': 'zh-cn' };

if (!existsSync(sample)) {
  console.log(`There are no documents to measure with at ${sample}; name a folder in SAMPLE.`);
  process.exit(0);
}
if (!existsSync(join(starlight, 'node_modules')))
  await run('npm', ['ci', '--no-audit', '--no-fund'], starlight, {});

for (const size of sizes.length === 0 ? [800] : sizes) {
  const documents = makeDocuments(size);
  const results = { cold: [], warm: [], changed: [], starlight: [] };
  for (let round = 0; round < rounds; round += 1) {
    forget();
    results.cold.push(await concord(documents));
    results.warm.push(await concord(documents));
    change(documents, round);
    results.changed.push(await concord(documents));
    results.starlight.push(await buildStarlight());
  }
  tell(size, results);
}

/** Folder with `size` documents; the same for both. */
function makeDocuments(size) {
  const folder = join(work, `documents-${size}`);
  const docs = join(starlight, 'src/content/docs');
  for (const old of [folder, docs]) rmSync(old, { recursive: true, force: true });
  const files = readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\/\d{6,7}\.md$/.test(path) && statSync(join(sample, path)).size < largest)
    .sort();
  for (let made = 0; made < size; made += 1) {
    const path = files[made % files.length];
    const [locale, , name] = path.split('/');
    const old = name.replace('.md', '');
    const id = `${1_000_000 + Math.trunc(made / files.length) * 1_000 + (Number(old) % 997)}`;
    const text = `${readFileSync(join(sample, path), 'utf8').replaceAll(old, id)}\n\n${id} ${made}.\n`;
    write(join(folder, locale, `${Math.trunc(made / files.length)}`, `${id}.md`), text);
    write(join(docs, paths[locale], `${id}.md`), forStarlight(text, id));
  }
  return folder;
}

/** A title in the front matter is all that Starlight asks for; what an image names is not there. */
function forStarlight(text, id) {
  const body = text
    .replace(/^\uFEFF?\s*---[^\n]*\n[\s\S]*?\n---[^\n]*\n/, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1');
  return `---\ntitle: '${id}'\n---\n\n${body}`;
}

function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** One document of another round. */
function change(folder, round) {
  const [path] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  writeFileSync(join(folder, path), `${readFileSync(join(folder, path), 'utf8')}\n\nRound ${round}.\n`);
}

function forget() {
  for (const cache of ['.cache/concord', '.cache/concord-search', '.cache/concord-compressed', '.astro'])
    rmSync(join(root, 'node_modules', cache), { recursive: true, force: true });
}

function concord(documents) {
  return run('npm', ['run', '--silent', 'build'], root, {
    ADVISORIES: documents,
    OUT_DIR: join(work, 'site'),
  });
}

async function buildStarlight() {
  for (const cache of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(starlight, cache), { recursive: true, force: true });
  return run('npx', ['astro', 'build'], starlight, {});
}

/** Runs a command; its time in seconds, and the most memory of it and all that it started, in MiB. */
async function run(command, args, cwd, environment) {
  const before = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
  }, 100);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${errors.slice(-2_000)}`);
  return { seconds: (performance.now() - before) / 1_000, memory };
}

/** Resident memory of a process and its descendants, as Linux tells it; 0 elsewhere. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

function tell(size, results) {
  const median = (runs, key) =>
    runs.map((one) => one[key]).sort((a, b) => a - b)[Math.trunc(runs.length / 2)];
  const base = { seconds: median(results.starlight, 'seconds'), memory: median(results.starlight, 'memory') };
  console.log(`\n${size} documents, ${rounds} rounds, ${availableParallelism()} cores; medians`);
  for (const [name, runs] of Object.entries(results)) {
    const [seconds, memory] = [median(runs, 'seconds'), median(runs, 'memory')];
    console.log(
      `${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${(seconds / base.seconds).toFixed(2)} ×   ` +
        `${memory.toFixed(0).padStart(6)} MiB  ${(memory / base.memory).toFixed(2)} ×`,
    );
  }
  for (const [name, folder] of [
    ['Concord', join(work, 'site')],
    ['Starlight', join(starlight, 'dist')],
  ]) {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\/\d{6,7}\/index\.html$/.test(path) && path.split('/').length === 3,
    );
    const bytes = pages
      .map((path) => brotliCompressSync(readFileSync(join(folder, path))).length)
      .sort((a, b) => a - b);
    console.log(
      `${name}: ${pages.length} pages of advisories, median ${bytes[Math.trunc(bytes.length / 2)]} bytes of HTML (brotli)`,
    );
  }
}
