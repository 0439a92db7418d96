import type { APIRoute, GetStaticPaths } from 'astro';
import { translateInto } from '../../i18n/translate.ts';
import type { Locale } from '../../model/locales.ts';
import { siteName, urls } from '../../site/here.ts';
import { localePages } from '../../site/locale-pages.ts';

export const getStaticPaths = localePages satisfies GetStaticPaths;

/** For those who keep the site among their programs (W3C, Web Application Manifest). */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const icon = (name: string, sizes: string, type: string, purpose = 'any') => ({
    src: urls.file(name),
    sizes,
    type,
    purpose,
  });
  const manifest = {
    id: urls.list(locale),
    name: siteName,
    short_name: siteName,
    description: translateInto(locale)('site.tagline'),
    lang: locale,
    dir: 'ltr',
    start_url: urls.list(locale),
    scope: urls.root(),
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#8f1d2c',
    icons: [
      icon('favicon.svg', 'any', 'image/svg+xml'),
      icon('icon-192.png', '192x192', 'image/png'),
      icon('icon-512.png', '512x512', 'image/png'),
      icon('icon-maskable.png', '512x512', 'image/png', 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
