/** What a user must know, in front of the figures. */
export const introduction = `---
title: Reliability
group: Reference
---

# What happens when something fails

Creating a customer makes a tenant in the real world, and its administrator's password is answered once.
So this is the promise: whatever fails, and whenever it is killed, there is one tenant for each
resource, and its password is in the state, or you are told what to do.

- Every attempt of a creation carries the same request id, also in a later run of the unchanged program.
  The service answers a repeated request id with its first answer, password included.
- As soon as the customer's id is known it goes into the state, with the password, whatever fails
  afterwards. \`pulumi up\` then completes the customer.
- Network failures, time-outs, throttling and failures of the service are tried again, for up to ten
  minutes (\`retryBudgetSeconds\`). A refusal is not; its message says what to change.

## After a run was killed

Do not change the program first: the unchanged program gets the answer of the killed run.

1. \`pulumi up\` is refused while the stack is locked: run \`pulumi cancel\`.
2. \`pulumi up\`. It may warn of a pending creation; the creation is carried out again, which finds the
   customer that the killed run made.
3. If the warning stays: \`pulumi refresh --clear-pending-creates\`.

The first ^C lets calls that are under way end, and writes what they did; the second is a kill.

## What needs a person

| you read | why | what you do |
| --- | --- | --- |
| \`existingCustomerId: "…"\` | The domain is taken, and its customer is yours: the program was changed after a kill, or the service did not recognise the request. | Paste the line. The customer is taken over without its password: reset it in the tenant. |
| \`Reset the password of admin\` | The service repeated its answer without the password. | Reset it in the tenant, once. The customer is complete otherwise. |
| \`no longer a customer of this partner\` | The relationship was ended, and a tenant keeps its domain. | Restore the relationship in Partner Center and run \`pulumi refresh\`, or choose another domain. |
| \`could not be read back\` | The customer was made, and the service does not show it yet, or not to you. | \`pulumi up\` once more, a little later. |
| \`is not removed: deletionPolicy is "prevent"\` | Removal is a decision. | Deploy another \`deletionPolicy\` first. |
`;
