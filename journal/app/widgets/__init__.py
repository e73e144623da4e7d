"""What is drawn. A widget knows what it shows and says what the user did to it, and calls no store."""
