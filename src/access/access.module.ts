import { Module } from '@nestjs/common';
import { AccountDirectory } from './account-directory.js';
import { ChangeAccountHandler } from './change-account.handler.js';
import { FirstRun } from './first-run.js';
import { OwnAccount } from './own-account.js';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';

const PARTS = [
  AccountDirectory,
  FirstRun,
  OwnAccount,
  Passwords,
  SecondFactor,
  Sessions,
  SignIn,
  SignInLog,
];

/** 账户、登录、权限. */
@Module({ providers: [ChangeAccountHandler, ...PARTS], exports: PARTS })
export class AccessModule {}
