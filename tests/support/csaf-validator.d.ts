/** What we use of the validator, which comes without types. */
declare module '@secvisogram/csaf-validator-lib/validateStrict.js' {
  interface Fault {
    readonly instancePath: string;
    readonly message?: string;
  }
  export default function validateStrict(
    tests: readonly unknown[],
    document: object,
  ): Promise<{ isValid: boolean; tests: readonly { name: string; errors: readonly Fault[] }[] }>;
}
declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0_strict: unknown;
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js';
