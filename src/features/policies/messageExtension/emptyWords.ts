/** Words that say nothing about what somebody looks for: alone they find nothing. */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    'a about all also am an and any are as at be been but by can clause clauses could did do does for from get go ' +
    'had has have ' +
    'he her him his how i if in into is it its ive just let like may me mine more my no not of on or our ours ' +
    'out please say says she should so some tell than that the their them then there these they this those to ' +
    'too up us was we were what when where which who why will with would yes you your yours'
  ).split(' '),
);
