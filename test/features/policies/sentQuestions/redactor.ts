import { contentFolder } from '../../../../src/features/policies/policy';
import { readPlainWords } from '../../../../src/features/policies/sentQuestions/plainWords';
import { createRedaction } from '../../../../src/features/policies/sentQuestions/redaction';
import { readReviewedWords } from '../../../../src/features/policies/sentQuestions/reviewedWords';

/** The redaction as the product uses it. */
export const redact = createRedaction(readPlainWords(contentFolder), readReviewedWords(contentFolder));
