"""Directors: who directs the company in law, with what each had to say and show for it, and what was filed."""
