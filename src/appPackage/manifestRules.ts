import { z } from 'zod';

/**
 * What Teams' command menu shows: at most 10 commands a scope, a title of 32 and a description of 128 characters.
 * Source: Microsoft Learn, "Create a commands menu". The schema allows more, for the prompts of other products.
 */
export const commandLimits = { perScope: 10, title: 32, description: 128 };

const commandListSchema = z.object({
  scopes: z.array(z.string()),
  commands: z.array(
    z.object({
      title: z.string(),
      description: z.string().default(''),
      type: z.enum(['basic', 'prompt']).default('basic'),
      prompt: z.string().default(''),
    }),
  ),
});

const botSchema = z.object({
  botId: z.string(),
  scopes: z.array(z.string()),
  supportsFiles: z.boolean().default(false),
  commandLists: z.array(commandListSchema),
});

const searchSchema = z.object({
  botId: z.string(),
  commands: z.array(
    z.object({
      id: z.string(),
      type: z.string().default('query'),
      context: z.array(z.string()),
      parameters: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
});

const manifestSchema = z.object({
  id: z.string(),
  version: z.string(),
  bots: z.array(botSchema).length(1),
  composeExtensions: z.array(searchSchema).max(1).default([]),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});

type Manifest = z.infer<typeof manifestSchema>;
type Bot = z.infer<typeof botSchema>;

/** What the schema cannot say: limits of the menu, and values that must fit one another. */
export function ruleProblems(value: unknown): string[] {
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success)
    return [`manifest.json lacks a part that this product needs:\n${z.prettifyError(parsed.error)}`];
  const manifest = parsed.data;
  return [
    ...manifest.bots.flatMap(botProblems),
    ...manifest.composeExtensions.flatMap((extension) => extensionProblems(extension, manifest)),
    ...idProblems(manifest),
    ...manifest.staticTabs.flatMap((tab) => tabProblems(tab, manifest)),
  ];
}

function botProblems(bot: Bot): string[] {
  const problems = bot.scopes.flatMap((scope) => scopeProblems(scope, bot));
  // Teams would first put a file into the sender's OneDrive, where the bot cannot remove it.
  if (bot.supportsFiles) problems.push('supportsFiles must not be set: evidence is uploaded through a page.');
  return problems;
}

function scopeProblems(scope: string, bot: Bot): string[] {
  const lists = bot.commandLists.filter((list) => list.scopes.includes(scope));
  if (lists.length !== 1) return [`The scope ${scope} needs one command list and has ${lists.length}.`];
  const commands = lists.flatMap((list) => list.commands);
  const problems = commands.flatMap(({ title, description }) => [
    ...tooLong(`${scope}: the title "${title}"`, title, commandLimits.title),
    ...tooLong(`${scope}: the description of "${title}"`, description, commandLimits.description),
  ]);
  const silent = commands.filter(({ type, prompt }) => type === 'prompt' && prompt.trim() === '');
  // Teams refuses the app at its submission, and no schema says so.
  problems.push(
    ...silent.map(({ title }) => `${scope}: the prompt "${title}" has no words to be asked with.`),
  );
  if (commands.length > commandLimits.perScope)
    problems.push(
      `The scope ${scope} has ${commands.length} commands; Teams shows ${commandLimits.perScope}.`,
    );
  if (new Set(commands.map((command) => command.title.toLowerCase())).size < commands.length)
    problems.push(`The scope ${scope} names a command twice.`);
  return problems;
}

function extensionProblems(
  { botId, commands }: Manifest['composeExtensions'][number],
  manifest: Manifest,
): string[] {
  const problems = botId === manifest.bots[0]?.botId ? [] : ['composeExtensions must name the bot id.'];
  if (new Set(commands.map(({ id }) => id)).size < commands.length)
    problems.push('composeExtensions names a command twice.');
  for (const { id, type, context, parameters } of commands) {
    if (type === 'query' && parameters.length !== 1)
      problems.push(`The search ${id} needs one parameter and has ${parameters.length}.`);
    if (!context.includes('compose'))
      problems.push(`The search ${id} is not offered where people write (context "compose").`);
  }
  return problems;
}

function tooLong(what: string, text: string, limit: number): string[] {
  return text.length > limit ? [`${what} has ${text.length} characters; at most ${limit} fit.`] : [];
}

function idProblems(manifest: Manifest): string[] {
  const problems: string[] = [];
  const botId = manifest.bots[0]?.botId ?? '';
  const { id, resource } = manifest.webApplicationInfo;
  if (id !== botId) problems.push('webApplicationInfo.id must be the bot id.');
  if (!resource.endsWith(`/${botId}`)) problems.push('webApplicationInfo.resource must end with the bot id.');
  if (manifest.id === botId)
    problems.push('TEAMS_APP_ID and BOT_ID are the same; they name two different things.');
  if (!/^\d+\.\d+\.\d+$/.test(manifest.version))
    problems.push(`The version ${manifest.version} is not like 1.2.3.`);
  return problems;
}

function tabProblems(tab: Manifest['staticTabs'][number], manifest: Manifest): string[] {
  const problems: string[] = [];
  if (!URL.canParse(tab.contentUrl)) return [`The tab ${tab.entityId} has no web address: ${tab.contentUrl}`];
  const url = new URL(tab.contentUrl);
  if (url.protocol !== 'https:') problems.push(`The tab ${tab.entityId} must be served by https.`);
  if (!manifest.validDomains.includes(url.host))
    problems.push(`validDomains does not name the tab's host ${url.host}.`);
  return problems;
}
