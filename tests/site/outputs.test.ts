import { existsSync } from 'node:fs';
import { describe } from 'node:test';
import { readSite, type Site, sharedSite } from '../support/built-site.ts';
import { brokenCsafIsNoticed, brokenDirectoryIsNoticed, csafIsValid } from './outputs/csaf.ts';
import { brokenFeedsAreNoticed, feedsAreValid } from './outputs/feeds.ts';
import { brokenHostFilesAreNoticed, toldToHosts } from './outputs/hosts-files.ts';
import { brokenOnesAreNoticed, readByPrograms } from './outputs/programs.ts';
import { brokenOnesAreNotFound, foundBySearchEngines } from './outputs/search-engines.ts';

/** What other systems read, held to its standard on every kind of site. The two of the archive are skipped where it is not there. */
const sites: Readonly<Record<string, { base: string; make: () => Site }>> = {
  'the own content': { base: '/', make: () => readSite('dist') },
  'the test content under a base path': {
    base: '/docs/',
    make: () => sharedSite({ ADVISORIES: 'tests/content', BASE_PATH: 'docs' }),
  },
  'the test content at the root of a host': {
    base: '/',
    make: () =>
      sharedSite({
        ADVISORIES: 'tests/content',
        SITE_URL: 'https://a.example',
        PUBLISHER: 'Beispiel & Söhne',
        CONTACT: 'security@a.example',
        SECURITY_TXT_EXPIRES: '2027-06-30',
        OPENPGP_FINGERPRINT: 'AB12'.repeat(10),
      }),
  },
  ...Object.fromEntries(
    ['archive-sample', 'seeds']
      .map((name) => [name, `../shared/${name}`] as const)
      .filter(([, folder]) => existsSync(folder))
      .map(([name, folder]) => [name, { base: '/', make: () => sharedSite({ ADVISORIES: folder }) }]),
  ),
};

for (const [name, { base, make }] of Object.entries(sites)) {
  describe(name, () => {
    const site = make();
    feedsAreValid(site, base);
    foundBySearchEngines(site, base);
    csafIsValid(site, base);
    readByPrograms(site, base);
    toldToHosts(site, base);
  });
}

describe('a broken output', () => {
  const site = readSite('dist');
  brokenFeedsAreNoticed(site);
  brokenCsafIsNoticed(site);
  brokenDirectoryIsNoticed(site);
  brokenOnesAreNoticed(site);
  brokenOnesAreNotFound(site);
  brokenHostFilesAreNoticed(site);
});
