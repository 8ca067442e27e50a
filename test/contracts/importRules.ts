import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A source file by its path from the top of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What each part may import of the others; `src/x.ts` at the top puts everything together and is free. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  cards: [],
  storage: ['cards'],
  jobs: ['storage'],
  contacts: [],
  files: [],
  retention: ['bot', 'cards', 'storage', 'jobs'],
  bot: ['cards', 'storage', 'jobs'],
  features: ['bot', 'cards', 'storage', 'jobs', 'contacts', 'files'],
  pages: ['features/policies'],
  appPackage: [],
  bundle: [],
  localTeams: ['bundle', 'pages'],
};
/** Files at the top of src that any part may import: they hold types and nothing of the product. */
const ANYWHERE = ['src/clock', 'src/log'];
const SDK = /^(botbuilder|botframework|adaptivecards-templating)/;
const MAY_USE_SDK = [
  /^src\/bot\//,
  /^src\/cards\/render\.ts$/,
  /^src\/storage\/botState\.ts$/,
  /^src\/features\/[^/]+\/([a-z][a-zA-Z]*\/)?(index|dialog|[a-zA-Z]*[cC]ards?)\.ts$/,
];

/** Every import that goes in a direction which the design forbids, in words. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => problemWith(file.path, specifier) ?? []),
  );
}

/** Where a module says that it imports or exports something from, and each `import()`. */
function importsOf({ path, text }: SourceFile): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
}

/** Every variable of a module that may change, which is not allowed, in words. */
export function changingState(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    parseSync(path, text).program.body.flatMap((statement) => {
      const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      const changing =
        declared?.type === 'VariableDeclaration' && !['const', 'using'].includes(declared.kind);
      return changing ? `${path} holds changing state: pass it in` : [];
    }),
  );
}

function problemWith(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    const forbidden = SDK.test(specifier) && !MAY_USE_SDK.some((allowed) => allowed.test(path));
    return forbidden
      ? `${path} imports ${specifier}: only bot/, cards/render and a feature's cards and dialog may`
      : undefined;
  }
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const [from, to] = [layerOf(path), layerOf(target)];
  if (!from || from === to || ANYWHERE.includes(target)) return undefined;
  if (from === 'localTeams' && target === 'src/config') return undefined;
  const allowed = LAYERS[family(from)] ?? [];
  if (to && (allowed.includes(to) || (allowed.includes(family(to)) && family(to) !== family(from))))
    return undefined;
  return `${path} imports ${target}: ${from} may not import ${to ?? 'the top of src'}`;
}

/** `features/policies` for a feature, the folder's name for the rest, undefined at the top of src. */
function layerOf(path: string): string | undefined {
  const [, folder, feature] = path.split('/');
  if (!folder || path.split('/').length < 3) return undefined;
  return folder === 'features' ? `features/${feature}` : folder;
}

function family(layer: string): string {
  return layer.split('/')[0] ?? layer;
}
