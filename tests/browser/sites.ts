const site = (port: number) => ({ port, root: `http://localhost:${port}/` });

/** The sites that are served for the tests: the own content, and the content of `tests/content`. */
export const sites = { own: site(4391), test: site(4392) };
