import type { APIRoute, GetStaticPaths } from 'astro';
import { locales } from '../../model/locales.ts';
import { securityTxt } from '../../publish/security-txt.ts';
import { absolute, contact, securityTxtExpires, urls } from '../../site/here.ts';

/** There only where the publisher has said whom to write to and how long that holds. */
export const getStaticPaths = (() => {
  if (contact === undefined || securityTxtExpires === undefined) return [];
  const text = securityTxt({
    contact,
    expires: securityTxtExpires,
    languages: locales,
    self: absolute(urls.wellKnown('security.txt')),
    csaf: absolute(urls.wellKnown('csaf/provider-metadata.json')),
  });
  return text === undefined ? [] : [{ params: { file: 'security' }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
