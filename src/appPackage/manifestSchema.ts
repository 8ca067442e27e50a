import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The newest stable version of Microsoft's schema that the pinned @microsoft/app-manifest carries. */
export const schemaVersion = '1.30';

/** Compiles Microsoft's schema from the installed package: nothing is fetched. */
export function compileManifestSchema(version: string = schemaVersion): ValidateFunction {
  const packageFolder = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const path = join(
    packageFolder,
    'build',
    'json-schemas',
    'teams',
    `v${version}`,
    'MicrosoftTeams.schema.json',
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
}

/** One line for each thing that the schema refuses, with the place in the manifest. */
export function schemaProblems(
  manifest: unknown,
  validate: ValidateFunction = compileManifestSchema(),
): string[] {
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(
    (error) => `manifest.json${placeOf(error)}: ${error.message ?? error.keyword}`,
  );
}

function placeOf(error: ErrorObject): string {
  const property: unknown = error.params['additionalProperty'];
  return typeof property === 'string' ? `${error.instancePath}/${property}` : error.instancePath;
}
