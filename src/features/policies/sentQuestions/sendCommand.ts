/** The words of the button and of the suggestion; typed, they do the same. */
export const SEND_COMMAND = 'Send this question to the policy team, without my name';

const TYPED = /^(?:please )?send (?:this|that|my|the) question to the policy team(?: without my name)?$/;

/** Whether somebody asks for their question to be sent. Nothing goes before they have seen what it would be. */
export function isSendCommand(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^a-z\s]/g, '')
    .replace(/\s+/g, ' ');
  return TYPED.test(words.trim());
}
