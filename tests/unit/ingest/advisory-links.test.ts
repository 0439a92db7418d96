import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advisoryNamedBy } from '../../../src/ingest/html/advisory-links.ts';

describe('a link names an advisory', () => {
  for (const target of [
    'https://technet.microsoft.com/de-de/security/advisory/954474',
    'http://technet.microsoft.com/it-IT/library/security/954474.aspx',
    'https://technet.microsoft.com/en-us/library/954474(v=security.10).aspx',
    'https://technet.microsoft.com/library/954474(v=Security.10)',
    'http://www.microsoft.com/technet/security/advisory/954474.mspx?pf=true',
    'https://docs.microsoft.com/nb-no/security-updates/securityadvisories/2008/954474',
    'https://www.microsoft.com/germany/technet/sicherheit/empfehlungen/954474.mspx',
  ]) {
    test(target, () => assert.deepEqual(advisoryNamedBy(target), { id: '954474', stands: true }));
  }
  for (const [target, id] of [
    ['https://technet.microsoft.com/security/bulletin/ms08-067', 'ms08-067'],
    ['http://technet.microsoft.com/pt-br/security/bulletin/MS08-067.aspx', 'ms08-067'],
    ['https://www.microsoft.com/germany/technet/sicherheit/bulletins/ms10-034.mspx', 'ms10-034'],
    ['https://technet.microsoft.com/de-de/library/security/ms08-oct', 'ms08-oct'],
    ['https://docs.microsoft.com/security-updates/securitybulletins/2008/ms08-067', 'ms08-067'],
  ] as const)
    test(target, () => assert.deepEqual(advisoryNamedBy(target), { id, stands: true }));
  for (const target of ['microsoft-security-advisory-954474.md', '../2008/954474.md', '954474.md#faq']) {
    test(target, () => assert.deepEqual(advisoryNamedBy(target), { id: '954474', stands: false }));
  }
});

describe('a link names none', () => {
  for (const target of [
    'https://support.microsoft.com/kb/954474',
    'https://technet.microsoft.com/security/bulletin/rating',
    'https://www.microsoft.com/germany/technet/sicherheit/bulletins/policy.mspx',
    'https://www.microsoft.com/germany/technet/datenbank/articles/900990.mspx',
    'https://technet.microsoft.com/library/cc784165(ws.10).aspx',
    'https://evil.example/954474.md',
    '#954474',
    'notes.md',
  ]) {
    test(target, () => assert.equal(advisoryNamedBy(target), undefined));
  }
});
