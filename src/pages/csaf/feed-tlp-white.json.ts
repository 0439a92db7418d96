import type { APIRoute } from 'astro';
import { rolieFeed } from '../../publish/csaf-directory.ts';
import { directory, jsonResponse, places } from './_csaf.ts';

export const GET: APIRoute = async () => jsonResponse(rolieFeed(await places(), directory));
