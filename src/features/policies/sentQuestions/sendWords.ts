/** What is said around sending a question. */
export const sendWords = {
  gone:
    'I no longer have that question: I remember the last three, for half an hour. ' +
    'Please ask it again, and then press the button once more.',
  none: 'I have no question of yours to send. Please ask it here first.',
  onlyHere: 'I can only send a question that you asked me here, in our own chat. Please ask it here first.',
  notThis:
    'I don’t send this one, because it may be about something that happened. ' +
    'If you want to tell somebody, type **report**: you decide what it says and whether it goes.',
  tooLittle:
    'Without the words that could name somebody, there is too little left of your question to send. ' +
    'Please ask it again in plain English words, without names.',
  sent: 'Sent. Thank you.',
  notSent: 'Not sent. Nobody has seen it.',
} as const;
