/** Short answers as people type them, in plain words: small letters, no signs. */
export const YES = [
  'yes',
  'yeah',
  'yep',
  'y',
  'yes they are',
  'yes i am',
  'i am',
  'yes please',
  'i think so',
];
/** Somebody who does not know is shown the emergency numbers too. */
export const UNSURE = [
  'maybe',
  'not sure',
  'im not sure',
  'i am not sure',
  'dont know',
  'i dont know',
  'possibly',
];
export const NO = [
  'no',
  'nope',
  'n',
  'nobody',
  'no one',
  'noone',
  'no nobody',
  'nobody is',
  'no danger',
  'not now',
  'none',
];
export const GO_ON = ['go on', 'go on with the report', 'continue', 'carry on', 'next', 'ok', 'okay', 'yes'];
export const DELETE = ['yes', 'delete', 'delete it', 'yes delete it', 'yes delete'];
export const KEEP = ['no', 'keep', 'keep it', 'no keep it'];
export const LATER = ['save', 'later', 'save and finish later', 'finish later', 'save it'];
export const BACK = ['back', 'go back', 'change'];
export const SEND = ['send', 'send it', 'send report', 'send my report', 'yes send', 'yes send it'];
/** Of a card that shows an answer and has a button to send it. */
export const SEND_ANSWER = [...YES, ...SEND, 'send my answer', 'that is my answer', 'yes thats my answer'];
export const INITIALS = ['use initials', 'use initials instead', 'initials', 'yes', 'initials please'];
export const AS_IT_IS = [
  'keep',
  'keep it',
  'keep it as it is',
  'as it is',
  'no',
  'go on',
  'next',
  'leave it',
];
export const RING_ME = ['ring me', 'please ring me', 'call me', 'ask hr to ring me', 'please call me'];
export const NOBODY_INVOLVED = [
  'nobody',
  'nobody is involved',
  'no one',
  'no',
  'none of them',
  'nobody who might handle it',
];
export const SOMEBODY_ELSE_INVOLVED = [
  'somebody who is not on the list',
  'somebody else',
  'not on the list',
  'someone who is not on the list',
];
export const SHOWN = [
  'show my name',
  'with my name',
  'name shown',
  'show it',
  'use my name',
  'send with my name',
];
export const KEPT = [
  'keep my name back',
  'without my name',
  'name kept back',
  'keep it back',
  'do not show my name',
  'dont show my name',
];
export const SKIP = [
  'skip',
  'skip it',
  'skip this',
  'next',
  'i dont know',
  'dont know',
  'not sure',
  'no idea',
];
export const NO_MORE = [
  'that is all',
  'thats all',
  'thats it',
  'that is it',
  'no more',
  'nothing else',
  'nothing more',
  'done',
  'finished',
  'stop',
  'cancel',
  'end',
];
/** Of a card that has a button for it: what is in the card is not in the message. */
export const SAVE = ['save', 'save it', 'save and next', 'send', 'send it'];
