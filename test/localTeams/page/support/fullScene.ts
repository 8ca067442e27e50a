import type { PressAnswer, SearchAnswer } from '../../../../src/localTeams/api';
import type { Card } from '../../../../src/localTeams/json';
import { CONCERNS, botMessage, person, personMessage } from './scene';
import type { Script } from './scriptedTeams';

/** Fills a scene with every kind of message, card and state that the page draws. */
export function fullScene(script: Script): void {
  const [carer, manager, officer] = script.world.people;
  if (!carer || !manager || !officer) return;
  script.world.people.push(
    person('clerk', 'Oswin Inkpot', 'administrator', { blocked: true, installed: false }),
  );
  script.world.tabs = [{ entityId: 'policy', name: 'Policy', url: 'http://127.0.0.1:9/policy' }];
  script.world.search = {
    title: 'Search the policy',
    label: 'Words or a clause',
    example: 'For example photo',
  };
  script.faults = [{ id: '1', answer: 429, hits: 2 }];
  script.messages['a:carer'] = [
    botMessage('0', 'a:carer', { from: { kind: 'system', name: '' }, text: 'Policy helper was installed.' }),
    personMessage('1', 'a:carer', carer, 'Can I post a photo of a resident?'),
    { ...personMessage('1b', 'a:carer', carer, 'Hello?'), delivery: 'failed' },
    answer(),
    botMessage('3', 'a:carer', { summary: 'You have been asked to confirm a policy', card: formCard() }),
    suggestions(),
  ];
  script.messages['a:manager'] = [personMessage('1', 'a:manager', manager, 'remind')];
  script.messages[CONCERNS] = [
    botMessage('10', CONCERNS, { threadId: '10', summary: 'A new concern', card: concernCard() }),
    { ...personMessage('11', CONCERNS, officer, '<at>Policy helper</at> who has this?'), threadId: '10' },
  ];
  script.answer = ({ path }) => {
    if (path.endsWith('/search')) return foundClauses();
    return path.endsWith('/press') ? openDialog() : undefined;
  };
}

function answer() {
  return botMessage('2', 'a:carer', {
    text: '**No.** Do not post pictures of the people you support. [1]\n\n> Staff must not post photographs. [2]\n\nAsk your manager if you are [unsure](https://example.invalid).',
    citations: [
      {
        position: 1,
        name: 'P4.1 Photographs',
        abstract: 'Staff must not post photographs.',
        url: 'https://example.invalid/a',
      },
      { position: 2, name: 'P5.11 Personal accounts', abstract: 'Personal accounts and work.' },
    ],
    feedback: true,
  });
}

function suggestions() {
  const titles = ['Can I name where I work?', 'What about WhatsApp?'];
  return botMessage('4', 'a:carer', {
    text: 'Anything else?',
    edited: true,
    suggestedActions: titles.map((title) => ({ title, value: title, type: 'imBack' })),
  });
}

function text(words: string, more: Card = {}): Card {
  return { type: 'TextBlock', text: words, wrap: true, ...more };
}

function formCard(): Card {
  const colours = ['Good', 'Warning', 'Attention', 'Accent'];
  const box = (style: string): Card => ({
    type: 'Container',
    style,
    items: [
      text(`On ${style}`),
      text('Quieter', { isSubtle: true }),
      ...colours.map((color) => text(color, { color })),
    ],
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      text('Please read the policy', { weight: 'Bolder', size: 'Large', style: 'heading' }),
      { type: 'FactSet', facts: [{ title: 'By', value: 'Friday' }] },
      ...['emphasis', 'good', 'warning', 'attention', 'accent'].map(box),
      {
        type: 'Input.Text',
        id: 'what',
        label: 'What happened?',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Please say.',
      },
      { type: 'Input.ChoiceSet', id: 'kind', label: 'What kind?', style: 'expanded', choices: CHOICES },
      {
        type: 'Input.ChoiceSet',
        id: 'who',
        label: 'Who?',
        style: 'expanded',
        isMultiSelect: true,
        choices: CHOICES,
      },
      { type: 'Input.ChoiceSet', id: 'team', label: 'Which team?', choices: CHOICES, value: '1' },
      { type: 'Input.Date', id: 'when', label: 'When?' },
      { type: 'Input.Toggle', id: 'name', title: 'Keep my name back', label: 'Your name' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Read and confirm', verb: 'a.confirm', style: 'positive' },
      { type: 'Action.ShowCard', title: 'Not now', card: { type: 'AdaptiveCard', body: [text('Say why')] } },
      { type: 'Action.Submit', title: 'Delete the draft', style: 'destructive' },
    ],
  };
}

const CHOICES = [
  { title: 'A photo of somebody we support', value: '1' },
  { title: 'Something said about a colleague', value: '2' },
];

function concernCard(): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [text('New concern C-1042', { weight: 'Bolder' })],
    actions: [
      { type: 'Action.Execute', title: 'Take it on', verb: 'concerns.take', style: 'positive' },
      { type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' } } },
    ],
  };
}

function foundClauses(): SearchAnswer {
  const results = ['Photographs', 'Friend requests'].map((title) => ({ title, text: `P5 · About ${title}` }));
  return { status: 200, body: {}, result: { kind: 'results', search: 's', results } };
}

function openDialog(): PressAnswer {
  return {
    status: 200,
    body: {},
    result: { kind: 'dialog', dialog: { id: 'd', title: 'Concern C-1042', card: formCard() } },
  };
}
