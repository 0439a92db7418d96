/**
 * What somebody would send as `Accept-Language` to keep a server busy: each can be matched in many ways by a
 * careless expression, and by none to its end. Servers take some 8 kB.
 */
export const worstWishes: Readonly<Record<string, string>> = {
  'white space around a refused language': 'zh-tw ; q=0 , '.repeat(500),
  'refused languages': 'it;q=0,'.repeat(1_000),
  'any language, refused': '*;q=0 , '.repeat(900),
  'spaces alone': ' '.repeat(7_500),
  'empty items': ' ,\t'.repeat(2_500),
  'a long language': 'en'.repeat(3_500),
  'a language of many parts': 'en-'.repeat(2_500),
  'a long weight': `de;q=0.${'0'.repeat(7_000)}`,
  'a weight in many pieces': 'en;'.repeat(2_500),
  'languages without commas': 'de '.repeat(2_500),
  'an end that fits nothing': `${'d,e,'.repeat(1_800)}!`,
  'a wish of ours that is spoilt at its end': `${'fr;q=0.9, '.repeat(700)}it;q=x`,
};
