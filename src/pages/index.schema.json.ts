import type { APIRoute } from 'astro';
import { siteIndexSchema } from '../publish/site-index.ts';
import { absolute, urls } from '../site/here.ts';
import { jsonResponse } from './_json.ts';

export const GET: APIRoute = () => jsonResponse(siteIndexSchema(absolute(urls.file('index.schema.json'))));
