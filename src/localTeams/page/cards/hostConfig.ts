import { HostConfig } from 'adaptivecards';

const SIZES = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };

/**
 * The measures of Teams' cards. Every colour is a CSS variable (styles/tokens.css), so that a change between
 * light and dark leaves a card standing with what was typed into it.
 */
export function teamsHostConfig(): HostConfig {
  return new HostConfig({
    supportsInteractivity: true,
    fontFamily: 'inherit',
    fontTypes: { default: fontType('inherit'), monospace: fontType('ui-monospace, Consolas, monospace') },
    spacing: { extraSmall: 4, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: containerStyles(),
    actions: actions(),
    adaptiveCard: { allowCustomStyle: true },
    textBlock: { headingLevel: 3 },
    inputs: inputs(),
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { weight: 'default', wrap: true },
      spacing: 12,
    },
    table: { cellSpacing: 8 },
  });
}

function fontType(fontFamily: string) {
  return {
    fontFamily,
    fontSizes: SIZES,
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
  };
}

function colour(name: string) {
  return { default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` };
}

function containerStyles() {
  const foregroundColors = {
    default: colour('text'),
    accent: colour('accent'),
    good: colour('good'),
    warning: colour('warning'),
    attention: colour('attention'),
    light: colour('light'),
    dark: colour('dark'),
  };
  const style = (name: string) => ({
    backgroundColor: `var(--card-back-${name})`,
    borderColor: 'var(--line)',
    foregroundColors,
  });
  const names = ['default', 'emphasis', 'accent', 'good', 'attention', 'warning'];
  return Object.fromEntries(names.map((name) => [name, style(name)]));
}

function actions() {
  return {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    iconPlacement: 'leftOfTitle',
  };
}

function inputs() {
  const label = { color: 'default', isSubtle: false, size: 'small', weight: 'bolder', suffix: ' *' };
  return {
    label: { inputSpacing: 'extraSmall', requiredInputs: label, optionalInputs: { ...label, suffix: '' } },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
    allowDynamicallyFilteredChoiceSet: false,
  };
}
