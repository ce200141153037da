"""Company: the company's own particulars, as dated facts."""
