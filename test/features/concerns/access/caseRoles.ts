/** Who is met: each by a person of the test. The report names `named`; `listed` is the first of the three. */
export const ROLES = {
  staff: 'staff',
  manager: 'manager',
  notConfirmed: 'handler not confirmed',
  handler: 'handler',
  named: 'handler named in it',
  listed: 'of the three, has it',
  lead: 'lead',
  administrator: 'administrator',
  guest: 'guest in the team',
  safeguarding: 'safeguarding',
  dataProtection: 'data protection',
  reporter: 'its reporter',
  otherReporter: 'other reporter',
} as const;
export type Role = keyof typeof ROLES;
export const EVERYBODY = Object.keys(ROLES) as Role[];

/** One line of the table in the README. */
export interface Group {
  readonly what: string;
  readonly allowed: readonly Role[];
  /** What everybody else is answered, and none of those who may. */
  readonly refusal: RegExp;
  /** Without `concerns.` where they are of reports, in the order in which they are pressed. */
  readonly verbs?: readonly string[];
  /** `REFERENCE` stands for the report's, spelled otherwise than the bot does. */
  readonly commands?: readonly string[];
  /** As `src/pages/filesApi.ts` has them. */
  readonly routes?: readonly string[];
}

const HANDLERS: readonly Role[] = ['handler', 'listed', 'lead'];
const NOT_A_HANDLER =
  /Only the complaints team can do this|has to confirm you once|cannot find that report any more/;

/** Every verb, command and route about a report. A new one needs a line: who may, and what others are told. */
export const GROUPS: readonly Group[] = [
  {
    what: 'start a report, see and hide their own',
    allowed: EVERYBODY,
    refusal: /(?!)/,
    verbs: ['start', 'myReports', 'hideReports'],
    commands: ['report', 'my reports', 'hide my reports', 'cancel'],
  },
  {
    what: "go on with the other reporter's draft, send or delete it",
    allowed: ['otherReporter'],
    refusal: /This report is not open any more/,
    verbs: ['answer', 'goOn', 'change', 'keep', 'initials', 'later', 'ringMe', 'send', 'askCancel', 'delete'],
  },
  {
    what: 'add to it or answer a question',
    allowed: ['reporter'],
    refusal: /cannot find that among your reports/,
    verbs: ['addDetail', 'saveDetail', 'skipDetail', 'endDetails', 'addFile', 'giveAnswer', 'notMyAnswer'],
  },
  {
    what: 'put a file onto it',
    allowed: ['reporter'],
    refusal: /^40[34]/,
    routes: ['POST begin', 'PUT :file/pieces/:number', 'POST :file/pieces/:number/last', 'DELETE :file'],
  },
  {
    what: 'open it and its files, take it on',
    allowed: HANDLERS,
    refusal: NOT_A_HANDLER,
    verbs: ['open', 'takeOn', 'takeOnHere', 'files', 'openFile', 'askOriginal', 'openOriginal'],
  },
  {
    what: 'fetch a file',
    allowed: HANDLERS,
    refusal: /^40[34]/,
    routes: ['POST open'],
  },
  {
    what: 'work on it, ask, note, link, pass on, hold, dates, lines, close, open again',
    allowed: HANDLERS,
    refusal: NOT_A_HANDLER,
    verbs: [
      ...[
        'menu',
        'work',
        'assign',
        'ask',
        'note',
        'link',
        'urgency',
        'hold',
        'resume',
        'refer',
        'personTold',
      ],
      ...['clocks', 'changeClock', 'safeguarding', 'recordSafeguarding', 'close', 'closeNow', 'reopen'],
    ],
  },
  {
    what: 'read its chronology',
    allowed: HANDLERS,
    refusal: NOT_A_HANDLER,
    verbs: ['chronology'],
    commands: ['chronology REFERENCE'],
  },
  {
    what: 'ask who reported it',
    allowed: HANDLERS,
    refusal: NOT_A_HANDLER,
    verbs: ['reveal', 'askReveal'],
  },
  {
    what: 'agree to that or not, see the name, unless asked',
    allowed: [],
    refusal: new RegExp(`${NOT_A_HANDLER.source}|This is not for you to decide|cannot see the name now`),
    verbs: ['readReveal', 'agreeReveal', 'refuseReveal', 'showName'],
  },
  {
    what: 'stop it from being erased',
    allowed: ['lead'],
    refusal: new RegExp(`${NOT_A_HANDLER.source}|Only the complaints lead decides`),
    verbs: ['keepCase', 'keepCaseNow', 'letCaseGo'],
  },
  {
    what: 'read it as the named contact',
    allowed: ['safeguarding', 'dataProtection'],
    refusal: /Only people whom the council named for this/,
    verbs: ['openAsContact'],
  },
  {
    what: 'record a breach or none',
    allowed: ['dataProtection'],
    refusal: /Only people whom the council named for this/,
    verbs: ['breach', 'recordBreach'],
  },
  {
    what: 'list their own cases',
    allowed: ['handler', 'named', 'lead'],
    refusal: /^(?!.*Reports that you look after)/s,
    commands: ['my cases'],
  },
  {
    what: 'say who is a handler, and who the three are',
    allowed: ['lead'],
    refusal: /Only the complaints lead decides/,
    verbs: ['confirmHandler', 'refuseHandler'],
    commands: [
      ...['handlers', 'confirm Noreen Newchair as a handler', 'remove Noreen Newchair as a handler'],
      ...['conflicts', 'conflicts go to Wilf Wheelwright, Spare One, Spare Two'],
    ],
  },
  {
    what: 'get the counts',
    allowed: ['lead'],
    refusal: /Only the complaints lead gets this/,
    commands: ['concerns report'],
  },
  {
    what: 'name the contacts',
    allowed: ['lead', 'administrator'],
    refusal: /Only the complaints lead or an administrator/,
    commands: [
      ...['safeguarding contacts', 'make Spare Two a safeguarding contact'],
      'remove Spare Two as safeguarding contact',
    ],
  },
  {
    what: 'name the lead and the channel, in place of others with a second administrator',
    allowed: ['administrator'],
    refusal: /[Oo]nly (?:an administrator|administrators)/,
    commands: [
      ...['make Lettice Ledgerly the complaints lead', 'make Fergus Foldersby the complaints lead'],
      ...['use this channel for concerns', 'stop using this channel for concerns'],
    ],
  },
  {
    what: 'approve that, where another administrator asked',
    allowed: ['administrator'],
    refusal: /Only an administrator/,
    verbs: ['setup.refuse', 'setup.approve'],
  },
  {
    what: 'take it back',
    allowed: ['reporter'],
    refusal: /cannot find that among your reports/,
    verbs: ['withdraw', 'withdrawNow'],
  },
];

/** How many words with which a command begins each file reads: a new one shows here and needs a row. */
export const COMMAND_FILES: Readonly<Record<string, number>> = {
  'access/handlerCommands.ts': 2,
  'access/listCommand.ts': 2,
  'chronology/chronologies.ts': 1,
  'reporter/hideReports.ts': 1,
  'safeguarding/contactCommand.ts': 3,
  'trends/concernsReport.ts': 1,
  'work/myCases.ts': 1,
};
