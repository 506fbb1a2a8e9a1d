import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const CORE = ['src/kernel/**/*.ts', 'src/*/domain/**/*.ts', 'projections/**/*.ts'];

/**
 * The core runs the same tomorrow: what it needs of the world comes in with the command or the
 * envelope.
 */
const WORLD = {
  Date: 'Legal dates are LocalDate; take today from the command.',
  Math: 'Count in whole numbers; there is no chance and no rounding in the core.',
  process: 'Take settings as arguments from the composition root.',
  console: 'Return a value; the edges speak.',
  fetch: 'The core does no I/O.',
  crypto: 'Ids and hashes are made outside the core and handed in.',
  performance: 'The core has no clock.',
  setTimeout: 'The core has no clock.',
  setInterval: 'The core has no clock.',
  setImmediate: 'The core has no clock.',
  queueMicrotask: 'The core is synchronous.',
  globalThis: 'A way around the names above.',
  global: 'A way around the names above.',
};

const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortController Buffer URL URLSearchParams TextDecoder TextEncoder',
    'clearInterval clearTimeout console fetch performance process',
    'setImmediate setInterval setTimeout structuredClone',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  // Declarations beside plain scripts belong to no TypeScript project.
  { ignores: ['dist/', 'data/', 'coverage/', '**/node_modules/', 'bench/', 'bin/**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Write a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The rule rests in files with decorators, where Nest needs a class imported as a value.
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A number in a template is never the surprise that an object or a missing value is.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      // `process.env['NAME']` says that the name may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Options of a framework are classes that everybody fills with plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `type` for plain data and `interface` for ports are both meant.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },

  {
    files: CORE,
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(WORLD).map(([name, message]) => ({ name, message })),
      ],
    },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', 400],
      // A `describe` is a chapter, not a function.
      'max-lines-per-function': 'off',
      // jest's matchers and supertest's bodies are `any` by their own declaration.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // A wrong index fails the test all the same.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Doubles of a port keep its promises without having anything to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  {
    // Vite reads nothing but the default.
    files: ['web/vite.config.mts'],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { eqeqeq: 'error' },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', __filename: 'readonly' },
    },
  },
);
