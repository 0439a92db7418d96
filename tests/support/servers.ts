import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { newFolder } from './built-site.ts';

/** Debian’s packages, unpacked into a folder of ours: nothing is installed and no service begins. */
const unpacked = resolve('node_modules/.cache/concord-servers');

/** A program of a Debian package, or undefined where it is not there and cannot be had. */
function provide(program: string, packages: readonly string[], installed: string): string | undefined {
  if (existsSync(installed)) return installed;
  const path = join(unpacked, program);
  if (existsSync(path)) return path;
  if (process.platform !== 'linux') return undefined;
  mkdirSync(unpacked, { recursive: true });
  const download = () =>
    spawnSync('apt-get', ['download', '-qq', ...packages], { cwd: unpacked, stdio: 'ignore' }).status === 0;
  if (!download()) {
    // A fresh machine has no lists of packages yet.
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    if (!download()) return undefined;
  }
  for (const file of readdirSync(unpacked).filter((name) => name.endsWith('.deb')))
    spawnSync('dpkg-deb', ['-x', file, '.'], { cwd: unpacked });
  return existsSync(path) ? path : undefined;
}

export interface Server {
  readonly origin: string;
  /** Where the same is asked for without TLS, where there is TLS. */
  readonly plainOrigin?: string;
  readonly stop: () => void;
}

/** What the configuration of a build becomes on a machine: its folder, its port, and its certificate. */
export interface Place {
  /** `nginx.conf` or `Caddyfile` of a build. */
  readonly configuration: string;
  readonly folder: string;
}

/**
 * nginx with the configuration of a build; undefined where there is no nginx.
 *
 * @param at the port, where the configuration has one already
 * @param asked the port that is asked without TLS, to know when it runs
 */
export async function startNginx(
  { configuration, folder }: Place,
  at?: number,
  asked = at,
): Promise<Server | undefined> {
  const program = provide('usr/sbin/nginx', ['nginx', 'libnginx-mod-http-brotli-static'], '/usr/sbin/nginx');
  if (program === undefined) return undefined;
  const [port, home] = [at ?? (await freePort()), newFolder()];
  const module = ['/usr', join(unpacked, 'usr')]
    .map((place) => join(place, 'lib/nginx/modules/ngx_http_brotli_static_module.so'))
    .find((path) => existsSync(path));
  const adapted = configuration
    // Not every machine has IPv6.
    .replace(/listen \[::\].*/g, '')
    .replace(/listen \d+; # ADAPT/, `listen 127.0.0.1:${port};`)
    .replace('root /srv/concord;', `root ${folder};`)
    .replace(/brotli_static on;.*/, module === undefined ? '' : 'brotli_static on;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  // Else its workers would be somebody who may not read a folder of ours.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const main = `
${user} daemon off; pid ${home}/pid; error_log stderr warn; worker_processes 2;
${module === undefined ? '' : `load_module ${module};`}
events { worker_connections 1024; }
http { access_log off; ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
${adapted} }`;
  writeFileSync(join(home, 'nginx.conf'), main);
  const child = spawn(program, ['-c', join(home, 'nginx.conf'), '-p', home], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return started(child, asked ?? port);
}

/** nginx with the configuration of a build that is read over TLS; undefined where there is no nginx or openssl. */
export async function startSecureNginx({ configuration, folder }: Place): Promise<Server | undefined> {
  const [port, plain, home] = [await freePort(), await freePort(), newFolder()];
  const made = spawnSync(
    'openssl',
    `req -x509 -newkey rsa:2048 -nodes -keyout ${home}/key.pem -out ${home}/cert.pem -days 2 -subj /CN=127.0.0.1`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  );
  if (made.status !== 0) return undefined;
  const adapted = configuration
    .replace(/listen 80;.*/, `listen 127.0.0.1:${plain};`)
    .replace(/listen 443 ssl http2;.*/, `listen 127.0.0.1:${port} ssl http2;`)
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${home}/cert.pem;`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${home}/key.pem;`);
  const server = await startNginx({ configuration: adapted, folder }, port, plain);
  return (
    server && { ...server, origin: `https://127.0.0.1:${port}`, plainOrigin: `http://127.0.0.1:${plain}` }
  );
}

/** Caddy with the configuration of a build; undefined where there is no Caddy. */
export async function startCaddy({ configuration, folder }: Place): Promise<Server | undefined> {
  const program = provide('usr/bin/caddy', ['caddy'], '/usr/bin/caddy');
  if (program === undefined) return undefined;
  const [port, home] = [await freePort(), newFolder()];
  const adapted = configuration
    .replace(/^:\d+ \{/m, `http://127.0.0.1:${port} {`)
    .replace('/srv/concord', folder);
  writeFileSync(join(home, 'Caddyfile'), `{\n  admin off\n  auto_https off\n}\n${adapted}`);
  const child = spawn(program, ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  return started(child, port);
}

/** @throws Error with what the server says where it ends instead of answering */
async function started(child: ChildProcess, port: number): Promise<Server> {
  const origin = `http://127.0.0.1:${port}`;
  let said = '';
  let ended = false;
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  child.on('exit', () => {
    ended = true;
  });
  while (!ended) {
    try {
      await fetch(`${origin}/robots.txt`, { redirect: 'manual' });
      return { origin, stop: () => child.kill() };
    } catch {
      await new Promise((resolved) => setTimeout(resolved, 50));
    }
  }
  throw new Error(said);
}

function freePort(): Promise<number> {
  return new Promise((resolved) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolved(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
