"""What may be told of a group of families, and what somebody could work out from all that is told.

Here alone are the house rules on small numbers kept, and tried against an attacker.
"""
