"""What measuring a case rests on: terms, stretches, chosen lines, claims, figures that stand."""
