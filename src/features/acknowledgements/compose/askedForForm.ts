const ASKED_FOR =
  /^(?:please )?(?:new (?:reminder|request)|(?:send|write) (?:the policy|a (?:new )?request))(?: please)?[.!]*$/i;

/** Whether a message asks for the form in words that say nothing else. */
export function asksForForm(text: string): boolean {
  return ASKED_FOR.test(text.replace(/\s+/g, ' ').trim());
}
