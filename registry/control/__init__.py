"""Control: the test for people with significant control, and the company's dated statements of its outcome."""
