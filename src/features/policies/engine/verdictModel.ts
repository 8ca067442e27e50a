import type { Verdict } from '../policy';
import { Network, type NetworkData } from './network';
import { verdictFeatures } from './verdictFeatures';

/** A yes or a no is said only when it is this likely: the wrong one does more harm than neither. */
const sureEnough = 0.92;

/** "It depends" and "the policy advises" mislead nobody. */
const likelyEnough = 0.5;

/** How a verdict is called in the banks and in the model; `open` where neither yes nor no fits. */
export const openVerdict = 'open';

/** What the policy's answer to a question is as the question is put. */
export class VerdictModel {
  private readonly network: Network;

  constructor(data: NetworkData) {
    this.network = new Network(data);
  }

  /** @returns null where yes and no do not fit, or where it is not sure which */
  of(clauseId: string, text: string, vector: Float32Array): Verdict {
    const [shares = []] = this.network.read(verdictFeatures(text, clauseId, vector));
    const best = Math.max(...shares);
    const label = this.network.heads[0]?.[shares.indexOf(best)];
    switch (label) {
      case 'yes':
      case 'no':
        return best >= sureEnough ? label : null;
      case 'depends':
      case 'advice':
        return best >= likelyEnough ? label : null;
      default:
        return null;
    }
  }
}
