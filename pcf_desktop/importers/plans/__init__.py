"""Action plans of local areas: tables of actions out of workbooks, CSV and Word documents."""
