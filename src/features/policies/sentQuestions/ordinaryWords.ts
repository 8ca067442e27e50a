/** Words that hold a sentence together: no name is among them where one is looked for by its place. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my your his her its our their me you him us them i he she it we they who whom ' +
    "whose what which and or but if so as than then when where why how not no yes is am are was were be been isn't " +
    'has have had do does did done can could may might must shall should will would to of in on at by for from with ' +
    'about into onto out off over under up down round after before because since until while there here just only ' +
    'also even still any some all every each both one other another such more most many much own same too very now ' +
    'today yesterday tomorrow again back away someone somebody anyone anybody everyone everybody something anything ' +
    'nobody nothing im ive dont cant get got go goes going put see sees saw'
  ).split(' '),
);

/** Whom and what a street or house is said to belong to without being its name: "a client house", "the car park". */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    'client clients resident residents patient patients tenant tenants user users person people staff colleague ' +
    'colleagues carer carers manager managers boss nurse team family families friend friends work care nursing ' +
    'residential rest home homes public private open full empty whole small big old new different local social media ' +
    "facebook online page post street view news group car car's village town city council village community day high " +
    "main front back same right wrong other far near left dead long next top bottom first last way bank client's " +
    "resident's people's persons person's carer's carers' friend's manager's colleague's mum's dad's mums dads nans"
  ).split(' '),
);
