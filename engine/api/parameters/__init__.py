"""The parameters of every job, declared once."""
