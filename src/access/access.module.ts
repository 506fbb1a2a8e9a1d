import { Module } from '@nestjs/common';
import { AccountDirectory } from './account-directory.js';
import { ChangeAccountHandler } from './change-account.handler.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';

const PARTS = [AccountDirectory, Passwords, Sessions, SignIn, SignInLog];

/** 账户、登录、权限. */
@Module({ providers: [ChangeAccountHandler, ...PARTS], exports: PARTS })
export class AccessModule {}
