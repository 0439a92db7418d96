import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { maxImageBytes } from '../../../src/intake/image-look.ts';
import { takeIn } from '../../../src/intake/intake.ts';
import { imageName } from '../../../src/model/image.ts';
import { formatProblem } from '../../../src/model/problem.ts';
import { archiveFile, ownFile } from '../../support/files.ts';
import { folderWith } from '../../support/folders.ts';
import { pngOf } from '../../support/images.ts';

const file = (name: string): Buffer => readFileSync(`tests/images/${name}`);
const png = file('blue.png');
const own = (body: string) => ownFile({}, `## Übersicht {#overview}\n\n${body}`);

/** What is published of the images of the first edition, and what is reported without the folder's name. */
async function read(files: Readonly<Record<string, string | Uint8Array>>, prepare = (_: string) => {}) {
  const folder = folderWith(files);
  prepare(folder);
  const { editions, problems } = await takeIn(folder);
  return {
    images: editions[0]?.images.map(({ path, type, width, height }) => `${path} ${type} ${width}x${height}`),
    names: editions[0]?.images.map(imageName),
    told: problems.map((problem) => formatProblem(problem).replace(/^.*?concord-folder-[^/]*\//, '')),
  };
}

describe('an image beside an own file is published with its type and size, whatever its name says', () => {
  for (const [name, type, size] of [
    ['blue.png', 'png', '48x32'],
    ['blue.jpg', 'jpg', '48x32'],
    ['blue.gif', 'gif', '48x32'],
    ['blue.webp', 'webp', '48x32'],
    ['blue.avif', 'avif', '48x32'],
    // The camera was held on its side, and browsers turn the picture.
    ['turned.jpg', 'jpg', '32x48'],
  ] as const)
    test(name, async () => {
      for (const called of [name, 'plan.PNG']) {
        const { images, told } = await read({
          'adv-2026-0001/de-DE.md': own(`![Plan](${called})`),
          [`adv-2026-0001/${called}`]: file(name),
        });
        assert.deepEqual([images, told], [[`${called} ${type} ${size}`], []]);
      }
    });
});

test('an image for fine screens is shown at a half or a third of its size', async () => {
  for (const [name, size] of [
    ['net@2x.png', '24x16'],
    ['net@3x.png', '16x11'],
    ['net@4x.png', '48x32'],
    ['2x.png', '48x32'],
  ] as const) {
    const { images } = await read({ 'a/de-DE.md': own(`![Plan](${name})`), [`a/${name}`]: png });
    assert.deepEqual(images, [`${name} png ${size}`]);
  }
});

describe('an image is found', () => {
  for (const [where, target, path] of [
    ['in another folder of the content', '../shared/net.png', 'shared/net.png'],
    ['with a space in its name', '<net plan.png>', 'adv-2026-0001/net plan.png'],
    ['with a percent-encoded name', 'net%20plan.png', 'adv-2026-0001/net plan.png'],
    ['with a name in another script', '网络.png', 'adv-2026-0001/网络.png'],
    ['with a percent sign in its name', '<100%.png>', 'adv-2026-0001/100%.png'],
    ['with a query after its name', 'net.png?raw=true', 'adv-2026-0001/net.png'],
  ] as const)
    test(where, async () => {
      const { images, told } = await read({
        'adv-2026-0001/de-DE.md': own(`![Plan](${target})`),
        [path]: png,
      });
      assert.equal(images?.length, 1);
      assert.deepEqual(told, []);
    });
  for (const [where, target, path] of [
    ['in other letter case', '../Images/NET.png', 'images/net.PNG'],
    ['by a path with backslashes', '..\\images\\net.png', 'images/net.png'],
    ['from the top of the content', '/images/net.png', 'Images/net.png'],
  ] as const)
    test(`by an archive file ${where}`, async () => {
      const { images, told } = await read({
        'de-DE/123456.md': archiveFile({ body: `### Übersicht\n\n![Plan](${target})` }),
        [path]: png,
      });
      assert.equal(images?.length, 1);
      assert.deepEqual(told, []);
    });
});

describe('an image that cannot be shown is reported by line, and its alternative text is shown', () => {
  const line = 'adv-2026-0001/de-DE.md:19: the image ';
  const instead = 'its alternative text is shown';
  for (const [what, target, files, told] of [
    [
      'missing',
      'net.png',
      {},
      `\`net.png\` is not there; ${instead}; put the file there, or correct the name`,
    ],
    [
      'outside the content folder',
      '../../net.png',
      {},
      `\`../../net.png\` is outside the content folder; ${instead}; put the file beside this one`,
    ],
    [
      'at the top of a disk',
      '/etc/net.png',
      {},
      `\`/etc/net.png\` begins with a slash; ${instead}; give its path from this file`,
    ],
    [
      'of another type than its name says',
      'net.png',
      { 'net.png': '<html>' },
      `\`net.png\` is not a PNG, JPEG, GIF, WebP or AVIF image, whatever its name says, or is damaged; ${instead}; save it as one of these`,
    ],
    [
      'an SVG under another name',
      'net.png',
      { 'net.png': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
      `\`net.png\` is not a PNG, JPEG, GIF, WebP or AVIF image, whatever its name says, or is damaged; ${instead}; save it as one of these`,
    ],
    [
      'cut off',
      'net.png',
      { 'net.png': png.subarray(0, 12) },
      `\`net.png\` is not a PNG, JPEG, GIF, WebP or AVIF image, whatever its name says, or is damaged; ${instead}; save it as one of these`,
    ],
    [
      'too large',
      'net.png',
      { 'net.png': Buffer.concat([png, Buffer.alloc(maxImageBytes)]) },
      `\`net.png\` has ${png.length + maxImageBytes} bytes; ${instead}; the limit is 5242880; make it smaller`,
    ],
    [
      'too wide',
      'net.png',
      { 'net.png': pngOf(40_000, 1) },
      `\`net.png\` is 40000 by 1 pixels; ${instead}; the limit is 16384 on each side; make it smaller`,
    ],
    [
      'an SVG',
      'net.svg',
      { 'net.svg': '<svg/>' },
      `\`net.svg\` is an SVG, which can hold scripts; ${instead}; save it as PNG or WebP`,
    ],
    [
      'of a type that is not supported',
      'net.bmp',
      {},
      `\`net.bmp\` is not a PNG, JPEG, GIF, WebP or AVIF file; ${instead}; save it as one of these`,
    ],
    [
      'on another host',
      'https://a.example/net.png',
      {},
      `\`https://a.example/net.png\` is on another host, from which no page loads anything; ${instead}; put the file beside this one`,
    ],
    [
      'written into the address',
      'data:image/png;base64,AA',
      {},
      `\`data:image/png;base64,AA\` is not a file; ${instead}; put a file beside this one`,
    ],
    ['without an address', '', {}, `\`\` has no address; ${instead}; name a file beside this one`],
  ] as const)
    test(what, async () => {
      const { images, told: found } = await read({
        'adv-2026-0001/de-DE.md': own(`![Plan](${target})`),
        ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`adv-2026-0001/${name}`, bytes])),
      });
      assert.deepEqual([images, found], [[], [line + told]]);
    });
  test('behind a link that leads out of the content', async () => {
    const secret = join(folderWith({ 'secret.png': png }), 'secret.png');
    const { images, told } = await read({ 'adv-2026-0001/de-DE.md': own('![Plan](net.png)') }, (folder) =>
      symlinkSync(secret, join(folder, 'adv-2026-0001/net.png')),
    );
    assert.deepEqual(images, []);
    assert.deepEqual(
      told.map((one) => one.replace(/;.*/, '')),
      [
        'adv-2026-0001/de-DE.md:19: the image `net.png` is not there',
        'adv-2026-0001/net.png: is a symbolic link that leads out of the content folder',
      ],
    );
  });
  test('in a heading', async () => {
    const { images, told } = await read({
      'adv-2026-0001/de-DE.md': own('A\n\n## Der ![Plan](net.png) {#plan}\n\nB'),
      'adv-2026-0001/net.png': png,
    });
    assert.deepEqual(images, []);
    assert.match(
      told.join('\n'),
      /:21: the image `net\.png` is in a title, a heading or a note, which are words alone; /,
    );
  });
});

describe('an image that is shown all the same is reported', () => {
  const body = 'adv-2026-0001/de-DE.md:19: the image `Net.png` ';
  for (const [what, text, name, told] of [
    [
      'in other letter case than its file',
      '![Plan](Net.png)',
      'net.png',
      `${body}is \`adv-2026-0001/net.png\`, in other letter case; shown all the same; write its name as it is, letter case makes a difference to most systems`,
    ],
    [
      'without alternative text',
      '![](Net.png)',
      'Net.png',
      `${body}has no alternative text; shown without; write what one sees, \`![what one sees](…)\``,
    ],
  ] as const)
    test(what, async () => {
      const { images, told: found } = await read({
        'adv-2026-0001/de-DE.md': own(text),
        [`adv-2026-0001/${name}`]: png,
      });
      assert.deepEqual([images, found], [['Net.png png 48x32'], [told]]);
    });
  test('once for a file, where many places ask for it', async () => {
    const { told } = await read({ 'adv-2026-0001/de-DE.md': own('![A](net.png)\n\n![B](net.png)') });
    assert.equal(told.length, 1);
  });
});

test('an image that no text shows is reported, and not published', async () => {
  const { images, told } = await read({ 'adv-2026-0001/de-DE.md': own('A'), 'adv-2026-0001/net.png': png });
  assert.deepEqual(images, []);
  assert.deepEqual(told, [
    'adv-2026-0001/net.png: is an image that no text shows; not published; show it with `![what one sees](…)`, or remove it',
  ]);
});

test('an image is published under its name and a digest: other bytes have another address', async () => {
  const named = async (name: string, bytes: Uint8Array) =>
    (await read({ 'a/de-DE.md': own(`![Plan](<${name}>)`), [`a/${name}`]: bytes })).names?.[0];
  assert.match((await named('Net Plan.png', png)) ?? '', /^net-plan\.[0-9a-f]{16}\.png$/);
  assert.match((await named('网络.png', png)) ?? '', /^image\.[0-9a-f]{16}\.png$/);
  assert.match((await named('plan.png', file('blue.webp'))) ?? '', /^plan\.[0-9a-f]{16}\.webp$/);
  assert.notEqual(await named('plan.png', png), await named('plan.png', pngOf(3, 3)));
});

test('whatever bytes are called an image end no build and hang none', async () => {
  const heads = ['blue.png', 'blue.jpg', 'turned.jpg', 'blue.gif', 'blue.webp', 'blue.avif'].map(file);
  const files: Record<string, Uint8Array> = {};
  // A fixed sequence: the same bytes in every run.
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  for (let at = 0; at < 300; at += 1) {
    const bytes = Buffer.from(heads[at % heads.length] ?? '');
    for (let change = 0; change < 1 + (at % 9); change += 1)
      bytes[next(bytes.length)] = [0, 255, next(256)][change % 3] ?? 0;
    files[`adv-2026-0001/${at}.png`] = bytes.subarray(0, at % 4 === 0 ? next(bytes.length) : undefined);
  }
  const names = Object.keys(files).map((path) => path.slice('adv-2026-0001/'.length));
  const { images, told } = await read({
    'adv-2026-0001/de-DE.md': own(names.map((name) => `![A](${name})`).join('\n')),
    ...files,
  });
  assert.equal((images?.length ?? 0) + told.length, names.length);
});
