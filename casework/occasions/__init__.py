"""What gives rise to a letter beside a decision: recorded, guarded, asked for by a form."""
