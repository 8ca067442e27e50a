/** Numbers that people ring in an emergency: the United Kingdom's, Europe's and the one from films. */
const EMERGENCY_NUMBER = /^(?:please )?(?:call |ring |dial |phone )?(?:999|112|911)$/;

/** Whether somebody typed an emergency number here, as if this chat could ring it. */
export function isEmergencyNumber(words: string): boolean {
  return EMERGENCY_NUMBER.test(
    words
      .toLowerCase()
      .replace(/[^a-z0-9 ]/g, '')
      .trim(),
  );
}
