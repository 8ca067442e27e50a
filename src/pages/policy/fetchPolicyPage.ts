import type { PolicyPage } from '../policyPage';

/** Asks the bot for the policy. @throws an Error when it cannot be had */
export async function fetchPolicyPage(): Promise<PolicyPage> {
  const response = await fetch('/api/policy');
  if (!response.ok) throw new Error(`The policy came with status ${response.status}.`);
  // Our own server, same version: its type is the shape.
  return (await response.json()) as PolicyPage;
}
