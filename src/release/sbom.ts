/** A software bill of materials in the words of CycloneDX, as far as it is changed here. */
interface Bom {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; readonly component: { name: string } };
}

/**
 * What npm writes (CycloneDX 1.5), made the same for the same packages: without its number and time, which
 * are new each time, and with our name where npm takes that of the folder.
 */
export function steadyBom(written: string, name: string): string {
  const bom = JSON.parse(written) as Bom;
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  bom.metadata.component.name = name;
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}
