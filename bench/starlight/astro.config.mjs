import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://example.org',
  integrations: [
    starlight({
      title: 'Advisories',
      defaultLocale: 'de-de',
      locales: {
        'de-de': { label: 'Deutsch', lang: 'de-DE' },
        it: { label: 'Italiano', lang: 'it' },
        'nb-no': { label: 'Norsk', lang: 'nb-NO' },
        'pt-br': { label: 'Português', lang: 'pt-BR' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
    }),
  ],
});
