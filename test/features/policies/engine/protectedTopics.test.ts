import assert from 'node:assert/strict';
import { createProtectedTopicFinder } from '../../../../src/features/policies/engine/protectedTopics';
import { loadPolicy } from '../../../../src/features/policies/policy';

const { topics, line } = loadPolicy().protectedTopics;
const find = createProtectedTopicFinder(topics);

describe('Topics on which nobody is to be silenced', () => {
  for (const { id, examples } of topics) {
    it(`are noticed in every example of ${id}`, () => {
      assert.deepEqual(
        examples.filter((example) => find(example) === null),
        [],
      );
    });
  }

  it('cover what the law protects', () => {
    assert.deepEqual(topics.map(({ id }) => id).sort(), [
      'harassment',
      'legal',
      'pay',
      'police',
      'press',
      'regulator',
      'union',
      'whistleblowing',
    ]);
  });

  it('come with a line that names whistleblowing, the regulator, the union, a solicitor, the police and harassment', () => {
    for (const word of ['whistleblowing', 'regulator', 'union', 'solicitor', 'police', 'harassment'])
      assert.match(line, new RegExp(word));
  });

  const typed: readonly (readonly [text: string, topic: string])[] = [
    ['is me and the lasses allowed a GMB group chat', 'union'],
    ['Can I tell Unison what she put on Facebook', 'union'],
    ['whos allowed to see my wages chat', 'pay'],
    ['we get paid less than Aldi, can I say that on TikTok', 'pay'],
    ['can i wistle blow on insta', 'whistleblowing'],
    ['if I grass on my manager to the council am I in bother', 'whistleblowing'],
    ['am I OK telling the CQC about this', 'regulator'],
    ['can i write to my MP and post the letter', 'regulator'],
    ['the Gazette want a quote off me', 'press'],
    ['a journo slid in my dms', 'press'],
    ['a jurnalist asked me about the home', 'press'],
    ['can I go to the papers', 'press'],
    ['can my solisitor have the screenshots', 'legal'],
    ['ACAS said to keep the posts, is that ok', 'legal'],
    ['the feds want my phone', 'police'],
    ['can a bobby see my messages', 'police'],
    ['can I post about how my boss harrasses me', 'harassment'],
    ['they discriminated against me, can I say it online', 'harassment'],
  ];
  for (const [text, topic] of typed) {
    it(`are noticed as staff type them: "${text}"`, () => assert.equal(find(text), topic));
  }

  it('are not seen in ordinary questions', () => {
    assert.ok(ORDINARY.length >= 60);
    assert.deepEqual(
      ORDINARY.filter((question) => find(question) !== null),
      [],
    );
  });

  it('are not seen where the words mean something else', () => {
    const other = [
      'Is everything on social media public?',
      'Do I press the like button or leave it?',
      'May I photograph the gardener cutting the grass?',
      'Should I pay attention to my privacy settings?',
      'Can I join a credit union page?',
      'Is there a counsellor I may add?',
      'What is the rule according to the paper?',
    ];
    assert.deepEqual(
      other.filter((question) => find(question) !== null),
      [],
    );
  });
});

const ORDINARY: readonly string[] = [
  'Can I post a photo of a resident?',
  'can i put a pic of the christmas tree in the lounge up',
  'am i ok to accept a friend request off a clients daughter',
  'a lady i used to look after wants to add me',
  'is a private group really private',
  'can I have a selfie in my uniform',
  'what if she asks me to post it',
  'can I put on facebook that I work here',
  'do I have to check my settings',
  'is it ok to tag my workmate in a night out photo',
  'can i like a post that slags off the council',
  'can i share a gofundme for a resident',
  'whats the rule on dating apps and clients',
  'can i comment on the village page about the home',
  'am i allowed a tiktok in the staff room',
  'could a client see my holiday pictures',
  'what should i do if i see something dodgy on a mates page',
  'can I use a residents first name in a post',
  'is it breaking the rules to follow a client on instagram',
  'do i have to delete old posts',
  'can I google a client',
  'does this apply to agency staff',
  'is whatsapp social media',
  'can i send a photo of a wound to the nurse on messenger',
  'what counts as confidential',
  'can I write a review of the care home',
  'who has to read this policy',
  'can I use snapchat at all if i work here',
  'is it alright to wish a resident happy birthday on facebook',
  'can i talk about my day at work without names',
  'my gran lives in the home can I post a picture of her',
  'can I post a video of us singing with the residents',
  'do I need permission from the family',
  'what happens online stays there forever does it',
  'can a colleague add me on linkedin',
  'do I have to accept my manager on facebook',
  'can I block a client',
  'should i hide my birthday',
  'is a fake name ok on facebook',
  'what if somebody else posts the picture',
  'can i post a picture of the building',
  'can I post the rota',
  'can I say I had a rubbish shift',
  'can we have a staff group chat',
  'can i swear on my own page',
  'can i put a joke about a resident up if nobody knows who it is',
  'is it ok to send a naked picture to my boyfriend',
  'can I share a petition about the library',
  'can I post about politics',
  'how do i complain about a colleague',
  'where do I raise a concern about a post',
  'do I need evidence to report it',
  'what are managers meant to do',
  'what is the point of this policy',
  'is there another council procedure',
  'does it say anything about youtube',
  'can I use the company logo in my profile picture',
  'can i stay in touch with a lad who moved out',
  'can i post a picture of a residents dog',
  'can I live stream from the garden',
  'can I put a story up from the minibus',
  'are screenshots of a chat ok to pass on',
];
