"""What a laptop may have done to it in the middle of its work: killed, cut off from power, a full disk (issue 10)."""
