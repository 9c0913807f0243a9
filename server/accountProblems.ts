/** The refusals of keeping accounts and secrets. */
import { Problem } from './problems.ts'

/** 422: nobody would be left who can keep the accounts. */
export function lastAdministrator(): Problem {
  return new Problem({
    code: 'last-administrator',
    status: 422,
    title: 'The last administrator stays one',
    detail: 'Without this account nobody could keep accounts and wards.',
    next: 'Make another person an administrator first.',
    rules: ['SIGN-1'],
  })
}

/** 409: an account that has ended is opened again before anything else is changed. */
export function accountEnded(): Problem {
  return new Problem({
    code: 'account-ended',
    status: 409,
    title: 'This account has ended',
    detail: 'Nothing of it is changed while it is ended.',
    next: 'Open it again first, if it is the same person who comes back.',
    rules: ['SIGN-1'],
  })
}

/** 409: an account that stands needs no opening, and one that has ended no ending. */
export function alreadySo(detail: string): Problem {
  return new Problem({
    code: 'already-so',
    status: 409,
    title: 'It is so already',
    detail,
    next: 'Look at the account again.',
    rules: ['SIGN-1'],
  })
}

/** 403: the password given before a secret is changed is not the right one. */
export function passwordRefused(): Problem {
  return new Problem({
    code: 'password-refused',
    status: 403,
    title: 'Not changed',
    detail: 'The password is not right.',
    next: 'Key your password again.',
    rules: ['SIGN-3'],
    field: 'password',
  })
}

/** 422: a PIN or password that others would try first, in this field. */
export function weakSecret(detail: string, field: 'password' | 'newPassword' | 'pin'): Problem {
  return new Problem({
    code: 'weak-secret',
    status: 422,
    title: 'This is too easily guessed',
    detail,
    next: 'Choose another one.',
    rules: ['SIGN-3'],
    field,
  })
}

/** 422: a PIN is set under a password that nobody else has chosen. */
export function ownPasswordFirst(): Problem {
  return new Problem({
    code: 'own-password-first',
    status: 422,
    title: 'Choose your own password first',
    detail:
      'An administrator set the present one, and a signature is made with a secret of your own.',
    next: 'Change your password, then set your PIN.',
    rules: ['SIGN-3'],
  })
}
