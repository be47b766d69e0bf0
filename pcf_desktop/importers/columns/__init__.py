"""What stands in the columns of a survey: values, kinds, options, dates, and people's details."""
