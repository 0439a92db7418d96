/** What a thread is started with. Node before 22.18 reads TypeScript only when asked to. */
export const threadArguments: string[] = process.features.typescript
  ? []
  : ['--experimental-strip-types', '--no-warnings'];
