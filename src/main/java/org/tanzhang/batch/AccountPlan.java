package org.tanzhang.batch;

import org.tanzhang.ledger.Plan;

/** An order with the plan of the run that will answer it. */
record AccountPlan(AccountOrder order, Plan plan) {}
