import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/*
 * Texts of somebody who wants an element, an attribute or an address of theirs on a page. Each is published (a
 * refused file would prove nothing), and what becomes of it is judged on the built site.
 */

const alert = 'alert(1)';
const words = `"><img src=x onerror=${alert}><script>${alert}</script><!--`;

/** Bodies, in Markdown and HTML. `{id}` is the advisory’s own number. */
const bodies: readonly string[] = [
  // What is put together around links.
  `[t](999999.md "a > <img src=x onerror=${alert}>")`,
  `[t](200002.md 'a > <meta http-equiv=refresh content="0;url=https://evil.example/">')`,
  `<a title="a > <img src=x>" href="https://technet.microsoft.com/de-de/library/200002">t</a>`,
  `<a href="200001.md" title='</a><script src="/de-de/{id}.md"></script>'>t</a>`,
  `[t](<https://technet.microsoft.com/library/200002?"><img src=x>)`,
  '<a href="200001.md" data-advisory="200001" data-original="javascript:alert(1)">t</a>',
  '[](https://a.example/) [ ](https://a.example/b) [![](x.png)](https://a.example/c) [&#x200B;](https://a.example/d)',
  '<a href="https://a.example/"><table><tr><td><a href="https://b.example/">t</a></td></tr></table></a>',
  '<a href="https://a.example/">a <input type=checkbox> b</a>',
  '[a[^1]](https://a.example/)\n\n[^1]: b',
  // Footnotes.
  'A[^1] and again[^1].\n\n## Heading[^2] {#h}\n\nB[^3]\n\n[^1]: one <div>\n[^2]: two[^4]\n[^3]: three\n[^4]: </li></ol></section> four',
  '<a id="note-1">A</a> <a id="note-1">B</a> <li id="note-1">C</li> <a id="page-main">D</a> E[^x]\n\n[^x]: note',
  // Attributes with a closed set of values.
  '<ol start="x > CVE-2020-9999 <img src=x>" reversed="<script>"><li>CVE-2020-9999</li></ol>',
  '<table><tr><th scope="<x>" colspan="1e9" rowspan="-1" align="x;y">A</th><td colspan=99999999999>B</td></tr></table>',
  '<input type="image" src=x checked="<img>" formaction="https://evil.example/"> <input type=checkbox checked=y>',
  '<blockquote class="alert-note x" cite="javascript:alert(1)">A</blockquote>\n\n<blockquote class="discord">B</blockquote>',
  '``` js" onmouseover="alert(1)\nx\n```\n\n```<script>\ny\n```',
  // Elements where HTML does not let them be.
  '<dd>A</dd>\n\n<dt>B</dt>\n\n<li>C</li>\n\n<dl>D<dd>E</dd><p>F</p></dl>',
  '<ul>A<p>B</p><li>C</li><div><li>D</li></div></ul>',
  '<em><div>A</div></em><strong><table><tr><td>B</td></tr></table></strong><pre><p>C</p></pre><sub><ul><li>D</li></ul></sub>',
  '<table><caption>A</caption><caption>B<table><tr><td>C</td></tr></table></caption><tfoot><tr><td>D</td></tr></tfoot><thead><tr><th>E</th></tr></thead><thead><tr><th>F</th></tr></thead><tbody><tr><td>G</td></tr></tbody></table>',
  '</article></main></body></html><main>A</main>',
  '</div></div><aside class=facts>B</aside><header><nav>C</nav></header>',
  // Elements and addresses that act, load or style.
  `<svg/onload=${alert}><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${alert}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${alert}>"></noscript>`,
  `<form action="https://evil.example/"><button formaction="javascript:${alert}">A</button><textarea>B</textarea></form>`,
  '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">A',
  '<video src=x onerror=alert(1)><source srcset="https://evil.example/x"></video><audio controls autoplay>A</audio><picture><source srcset=x></picture>',
  '[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,x) [d](//evil.example/) [e](http://good.example@evil.example/) <javascript:alert(1)>',
  '<p style="position:fixed" class="site" id="location" data-copy="x" data-cite data-absent="{}" data-list lang="x" dir="rtl" tabindex="1" accesskey="k" contenteditable hidden>A</p>',
  '<div data-pagefind-body data-pagefind-meta="title:x" data-section id="revisions">A</div>',
  '<details open ontoggle=alert(1)><summary>A</summary>B</details><dialog open>C</dialog><marquee onstart=alert(1)>D</marquee>',
  '<template><script>alert(1)</script></template><plaintext>A',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt; `<script>alert(1)</script>`',
];

/** What every field holds, too: each is written somewhere else. */
const own = (id: string, locale: string, body: string): string => `---
id: ${id}
locale: ${locale}
title: 'Title ${words.replaceAll("'", '’')}'
summary: 'Summary </title></head> ${words}'
published: 2026-03-02
updated: 2026-03-09
revisions:
  - date: 2026-03-02
    version: '1.0 ${words}'
    note: 'Note ${words}'
  - date: 2026-03-09
    note: 'Note </script> ${words}'
references:
  - kind: web
    url: 'https://a.example/?"><img src=x>'
    label: 'Label ${words}'
affected:
  - 'Product ${words}'
source:
  url: 'https://a.example/\\\\"'
  publisher: 'Publisher ${words}'
---

## Heading <b onclick=alert(1)>${words.slice(0, 40)}</b> {#overview}

${body}

## Second [x](999999.md "a > <img src=x>") \`<b>\` {#second}

CVE-2020-9998 and ${words.slice(2, 30)}
`;

const archive = (id: string, body: string): string => `---
TOCTitle: ${id}
Title: '${words.replaceAll("'", '’')}'
ms:assetid: ${id}
ms:mtpsurl: 'https://technet.microsoft.com/de-DE/library/${id}.html'
---

Advisory <img src=x onerror=alert(1)> ${id}
===

Subtitle <b title="</main>">b</b> & <main> [x](200002.md "<main>")
---

Veröffentlicht: 13. Juni 2008 | Aktualisiert: 17. Juni 2008

Übersicht <i onclick=alert(1)>
---

${body}

**Frage <img src=x> [y](200001.md "> <script>")?**
Antwort

**Revisionen:**

- V1.0 (13. Juni 2008): Erste <img src=x onerror=alert(1)> [z](200002.md "> <img src=x>")
- V2.0 (17. Juni 2008): <div>Zweite</div> ${words}
`;

/** Writes all of them into a new folder, each as an own and as an archive file, and names the folder. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-hostile-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [at, body] of bodies.entries()) {
    const id = `ADV-2026-${String(at + 1).padStart(4, '0')}`;
    for (const locale of ['de-DE', 'it', 'zh-CN']) {
      // One language says something else, so that there are notes about it.
      const text = locale === 'it' ? body.replaceAll('CVE-2020-9999', 'CVE-2020-9997') : body;
      write(`${id}/${locale}.md`, own(id, locale, text.replaceAll('{id}', id.toLowerCase())));
    }
    const number = `${200_001 + at}`;
    write(`de-DE/${number}.md`, archive(number, body.replaceAll('{id}', number)));
  }
  return folder;
}
