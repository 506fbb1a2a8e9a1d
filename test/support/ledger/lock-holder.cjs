// Holds the right to write to the ledger of its first argument, as an older version of this program
// would.
const Database = require('better-sqlite3');

const lock = new Database(`${process.argv[2]}.lock`, { timeout: 0 });
lock.exec('BEGIN EXCLUSIVE');
console.log('held');
setInterval(() => lock.open, 1_000);
