package bobbin;

/** What a command works with: its surroundings and the settings that were read for it. */
record Given(Surroundings world, ChosenSettings chosen, Settings settings) {}
