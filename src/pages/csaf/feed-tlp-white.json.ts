import type { APIRoute } from 'astro';
import { rolieFeed } from '../../publish/csaf-directory.ts';
import { jsonResponse } from '../_json.ts';
import { directory, places } from './_csaf.ts';

export const GET: APIRoute = async () => jsonResponse(rolieFeed(await places(), directory));
