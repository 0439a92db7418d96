import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { targetOf } from '../../../src/ingest/facts/link-targets.ts';

describe('addresses of one thing are one target', () => {
  for (const [target, ...addresses] of [
    [
      'kb:954474',
      'http://support.microsoft.com/kb/954474',
      'https://support.microsoft.com/de-de/kb/954474/en-us',
      'https://support.microsoft.com/?kbid=954474',
      'http://support.microsoft.com/default.aspx?scid=kb;en-us;954474',
      'https://support.microsoft.com/it-it/help/954474/title',
    ],
    [
      'advisory:954474',
      'https://technet.microsoft.com/it-IT/library/954474(v=Security.10)',
      'http://www.microsoft.com/technet/security/advisory/954474.mspx',
      'https://technet.microsoft.com/library/security/954474.aspx',
    ],
    [
      'cve:CVE-2008-1083',
      'https://www.cve.org/CVERecord?id=CVE-2008-1083',
      'http://cve.mitre.org/cgi-bin/cvename.cgi?name=CAN-2008-1083',
      'https://nvd.nist.gov/vuln/detail/CVE-2008-1083',
    ],
    [
      'bulletin:MS08-021',
      'https://technet.microsoft.com/nb-no/security/bulletin/ms08-021',
      'http://www.microsoft.com/technet/security/bulletin/MS08-021.mspx',
    ],
    [
      'fwlink:21131',
      'http://go.microsoft.com/fwlink/?linkid=21131',
      'https://go.microsoft.com/fwlink/?LinkId=21131',
    ],
    [
      'example.com/a?b=1&c=2',
      'https://www.example.com/de-DE/A/?c=2&b=1',
      'http://example.com/a?b=1&c=2&utm_source=x#part',
      'https://example.com/a/default.aspx?c=2&b=1',
    ],
  ] as const) {
    for (const address of addresses)
      test(`${address} is ${target}`, () => assert.equal(targetOf(address), target));
  }
  for (const [a, b] of [
    ['https://support.microsoft.com/kb/954474', 'https://support.microsoft.com/kb/951376'],
    ['https://example.com/2007.aspx', 'https://example.com/2007,aspx'],
    ['https://example.com/a', 'https://example.org/a'],
  ] as const) {
    test(`${a} is not ${b}`, () => assert.notEqual(targetOf(a), targetOf(b)));
  }
  test('what is no address is only itself', () =>
    assert.equal(targetOf(' Not An Address '), 'not an address'));
});
